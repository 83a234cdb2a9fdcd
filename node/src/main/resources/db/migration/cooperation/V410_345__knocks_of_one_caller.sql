-- From where a browser knocks, as a hash with a salt that no restart survives: one caller must not push out all others.
alter table cooperation.seat_visit add column origin bytea;
create index seat_visit_of_origin on cooperation.seat_visit (origin, seen_at) where seat is null;
