-- Oversight looks for what one official did, for what was taken away, and for a day.
create index line_by_official on ledger.line (official, n desc) where official is not null;
create index line_by_what on ledger.line (what text_pattern_ops, n desc);
create index line_by_time on ledger.line (time);
