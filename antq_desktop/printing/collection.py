"""All forms: one file of ``forms`` each, found like the registers."""

from __future__ import annotations

import pkgutil
from functools import lru_cache
from typing import TYPE_CHECKING

from antq_desktop.errors import Fault, Refusal
from antq_desktop.printing import forms
from antq_desktop.printing.form import Form

if TYPE_CHECKING:
    from collections.abc import Mapping


@lru_cache(maxsize=1)
def all_forms() -> Mapping[str, Form]:
    """Return the forms by code, in the order of the codes; Fault for a file that declares none."""
    found: dict[str, Form] = {}
    for module in pkgutil.iter_modules(forms.__path__):
        # Found by its name, so that a new form is one new file and nothing else.
        form = pkgutil.resolve_name(f"{forms.__name__}.{module.name}:FORM")
        if not isinstance(form, Form) or form.code in found:
            raise Fault(f"{module.name}.FORM is no form, or its code is taken")
        found[form.code] = form
    return dict(sorted(found.items()))


def form_named(code: str) -> Form:
    """Return the form with that code, in small letters or capitals; Refusal without one."""
    form = all_forms().get(code.lower())
    if form is None:
        raise Refusal("paper.unknown_form", code=code)
    return form
