-- Two presses at once made two letters of one point: the newest is the one that was shown.
delete from treaty.notice earlier
 using treaty.notice later
 where earlier.key = later.key
   and earlier.sent_on is null
   and later.sent_on is null
   and earlier.id < later.id;
create unique index notice_unsent on treaty.notice (key) where sent_on is null;
