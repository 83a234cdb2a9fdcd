-- What one official did in some days is found without their whole past.
create index line_by_official_time on ledger.line (official, time) where official is not null;
