-- What was last spoken in, in every room: topics about an article are looked for among the newest.
create index topic_last on forum.topic (last_at desc, id desc);
