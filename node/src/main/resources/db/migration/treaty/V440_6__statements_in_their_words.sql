-- Of one article there may be several reservations or declarations on one day: each in its own words, the same once.
drop index treaty.line_once;
create unique index line_once on treaty.line
    (party, step, article, day,
     (case when step in ('RESERVATION', 'DECLARATION') then hashtextextended(words, 0) else 0 end))
 where standing in ('WAITING', 'CONFIRMED');
