-- A request follows another one, of whatever procedure.
alter table cooperation.follows rename column preservation to followed;
