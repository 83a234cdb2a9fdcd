package org.comity.thread.register;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import org.comity.directory.Directory;
import org.comity.vocabulary.RequestReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives references that can be read aloud, counted from one each year. A draft thrown away leaves a gap. */
@Repository
class CountingReferences {

    private final JdbcClient db;
    private final Directory directory;
    private final Clock clock;

    CountingReferences(JdbcClient db, Directory directory, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
    }

    RequestReference next() {
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
        return RequestReference.of(directory.self().state(), year, number);
    }
}
