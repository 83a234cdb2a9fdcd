-- A thread that we went on from (R144) is nothing to look at any more.
alter table thread.joint add column gone_on boolean not null default false;
create index joint_disputed on thread.joint (changed_at) where disputed is not null and standing = 'PARTY' and not gone_on;
create index joint_invited on thread.joint (changed_at) where standing = 'INVITED';
create index joint_act_unheard on thread.joint_act (author, kept_at) where n is null and container is not null;
