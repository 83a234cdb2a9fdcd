-- When retention deleted what an act of a joint thread said; the seal over it stays.
alter table thread.joint_act add column forgotten_at timestamptz, add column seal bytea;
create index joint_act_said on thread.joint_act (thread) where container is not null;

-- In which thread we went on from this one: while that one is open, the words of this one stay.
alter table thread.joint add column goes_on_in text;
-- By an opening act of ours: into what others opened we were asked. Read as text, since an act may say what json refuses.
update thread.joint
   set goes_on_in = later.thread
  from (select act.thread,
               substring(convert_from(act.envelope, 'UTF8') from '"continues":"([0-9a-f-]{36}) ') as before
          from thread.joint_act act join thread.joint_entry entry on entry.act = act.id
         where act.n = 1
           and exists (select from thread.joint gone where gone.gone_on)
           and not exists (select from thread.invitation asked where asked.thread = act.thread)
           and position('"continues":"'::bytea in act.envelope) > 0
           and position('"effect":"effective"'::bytea in entry.json) > 0) later
 where joint.gone_on and joint.id = later.before;
