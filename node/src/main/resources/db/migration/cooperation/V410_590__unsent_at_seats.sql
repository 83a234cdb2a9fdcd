-- Each act that is written at a seat looks for what was written before it and never sent; what was sent stays in the table.
create index seat_draft_unsent on cooperation.seat_draft (seat, made_at) where sent_at is null;
