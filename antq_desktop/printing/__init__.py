"""Paper: forms declared as data, drawn as PDF to the rules of NĐ 30/2020/NĐ-CP, Phụ lục I."""
