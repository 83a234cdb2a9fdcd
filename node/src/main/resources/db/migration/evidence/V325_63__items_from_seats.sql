-- What a participant adds from its seat belongs to no procedure, and nobody else sees it, until its act hands it over.
alter table evidence.item
    add column seat_thread      text,
    add column seat_participant text,
    -- at most so many plain bytes, as whoever began it said
    add column seat_bytes       bigint check (seat_bytes >= 0),
    add constraint item_of_seat check (num_nulls(seat_thread, seat_participant, seat_bytes) in (0, 3));

create index item_of_seat on evidence.item (seat_participant, begun_at) where seat_participant is not null;
create index item_at_seat on evidence.item (begun_at) where seat_participant is not null and thread is null;
