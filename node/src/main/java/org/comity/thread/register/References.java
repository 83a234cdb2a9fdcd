package org.comity.thread.register;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import org.comity.vocabulary.RequestReference;
import org.comity.vocabulary.StateParty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** References that can be read aloud, counted from one each year. A draft thrown away leaves a gap. */
@Repository
class References {

    private final JdbcClient db;
    private final Clock clock;

    References(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    RequestReference next(StateParty requesting) {
        int year = Year.now(clock.withZone(ZoneOffset.UTC)).getValue();
        db.sql("""
                insert into thread.reference_year (year, start)
                select :year, nextval('thread.reference_serial')
                 where not exists (select from thread.reference_year where year = :year)
                on conflict do nothing
                """).param("year", year).update();
        long number = db.sql("""
                select nextval('thread.reference_serial') - start
                  from thread.reference_year
                 where year = :year
                """).param("year", year).query(Long.class).single();
        return RequestReference.of(requesting, year, number);
    }
}
