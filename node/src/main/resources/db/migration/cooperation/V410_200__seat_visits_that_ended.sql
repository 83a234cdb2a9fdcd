-- How often somebody signs in at a seat is counted, also when they sign out in between.
alter table cooperation.seat_visit add column left_at timestamptz;
create index seat_visit_of_seat on cooperation.seat_visit (seat, begun_at) where seat is not null;
