-- The home of a seat asks for what waits for another passkey of its authority; what was sent stays in the table.
create index seat_draft_waiting on cooperation.seat_draft (authority, made_at desc)
    where sent_at is null and assertions is not null;
