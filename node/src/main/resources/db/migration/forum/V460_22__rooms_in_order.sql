-- Rooms are read a page at a time by their titles, and the newest are offered first.
create index room_title on forum.room (title, id);
create index room_opened on forum.room (opened_at desc, id);
