-- A trial that names its practice by the bare number names it by its address from now on, where one alone has that number;
-- what anybody ever had admitted counts, as far as it is still here.
create index on commons.kept (law, reference);

with trial as materialized (
    select thread, law, said from commons.kept
     where position('"about":"tried"' in said) > 0 and position('\u0000' in said) = 0
), named as materialized (
    select thread, law, said::jsonb as said, btrim(said::jsonb ->> 'tried') as number from trial
), meant as (
    select named.thread, min(replace(kept.participant, '_', '.') || '-' || kept.reference) as address
      from named join commons.kept kept on kept.law = named.law and kept.reference = named.number
     where kept.thread not in (select thread from trial)
     group by named.thread
    having count(distinct kept.participant) = 1
)
update commons.kept it
   set said = (named.said || jsonb_build_object('tried', meant.address))::text
  from named join meant using (thread)
 where it.thread = named.thread;
