-- The notes that nobody took over: each desk page and the alarm ask for them, and they are few.
create index handover_not_taken on desk.handover (id) where taken_by is null;
