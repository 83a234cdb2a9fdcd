-- When retention deleted what an act of a joint thread said; the seal over it stays.
alter table thread.joint_act add column forgotten_at timestamptz, add column seal bytea;
create index joint_act_said on thread.joint_act (thread) where container is not null;

-- In which thread we went on from this one: while that one is open, the words of this one stay.
alter table thread.joint add column goes_on_in text;
update thread.joint
   set goes_on_in = later.thread
  from (select act.thread,
               split_part(convert_from(act.envelope, 'UTF8')::json -> 'facts' ->> 'continues', ' ', 1) as before
          from thread.joint_act act join thread.joint_entry entry on entry.act = act.id) later
 where joint.gone_on and joint.id = later.before;
