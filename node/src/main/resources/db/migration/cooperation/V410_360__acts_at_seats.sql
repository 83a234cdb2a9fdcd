-- What waited to be posted to an authority that reads it at its seat here has been before it all the time.
update cooperation.dispatch d
   set channel = 'SEAT', day = (now() at time zone 'UTC')::date, posted_at = now()
 where posted_at is null
   and exists (select from cooperation.request r join cooperation.seat s on s.authority = r.counterpart
                where r.thread = d.thread and s.confirmed and s.ended_at is null);
update cooperation.request r
   set letter_channel = d.channel, letter_day = d.day, letter_posted_at = d.posted_at, post_by = null
  from cooperation.dispatch d
 where d.act = r.letter_act and d.channel = 'SEAT';
