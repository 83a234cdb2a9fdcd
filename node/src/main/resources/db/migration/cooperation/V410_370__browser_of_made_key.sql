-- SHA-256 of the cookie of the browser in which a seat's key was made: it shows the key's digits again until the seat is given.
alter table cooperation.seat add column made_in bytea;
create index on cooperation.seat (made_in) where made_in is not null;
