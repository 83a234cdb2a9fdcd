package org.comity.casework.providers;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.casework.providers.ProviderPart.Status;
import org.comity.vocabulary.InstantColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code cooperation.provider_part}: at most {@link #MOST} rows a request. */
@Repository
class ProviderRows implements BeforeForgetting {

    static final int MOST = 100;

    private final JdbcClient db;

    ProviderRows(JdbcClient db) {
        this.db = db;
    }

    List<ProviderPart> of(String thread) {
        return db.sql("select * from cooperation.provider_part where thread = :thread order by id limit :most")
                .param("thread", thread)
                .param("most", MOST)
                .query(ProviderRows::row)
                .list();
    }

    Optional<ProviderPart> find(String thread, long id) {
        return db.sql("select * from cooperation.provider_part where thread = :thread and id = :id")
                .param("thread", thread)
                .param("id", id)
                .query(ProviderRows::row)
                .optional();
    }

    /** @return false if the request has as many as it may */
    boolean add(String thread, ProviderForm form, String official, Instant at) {
        return db.sql("""
                insert into cooperation.provider_part (thread, provider, item, status, until, official, changed_at)
                select :thread, :provider, :item, :status, :until, :official, :at
                 where (select count(*) from cooperation.provider_part where thread = :thread) < :most
                """)
                        .param("thread", thread)
                        .param("provider", form.provider())
                        .param("item", form.item())
                        .param("status", form.status())
                        .param("until", form.end(), Types.DATE)
                        .param("official", official)
                        .param("at", at.atOffset(UTC))
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /** @return false if somebody changed it meanwhile, or nothing follows it */
    boolean change(String thread, long id, int version, ProviderForm form, String official, Instant at) {
        return db.sql("""
                update cooperation.provider_part
                   set provider = :provider, item = :item, status = :status, until = :until, version = version + 1,
                       official = :official, changed_at = :at
                 where thread = :thread and id = :id and version = :version and status not in ('LOST', 'RELEASED')
                """)
                        .param("thread", thread)
                        .param("id", id)
                        .param("version", version)
                        .param("provider", form.provider())
                        .param("item", form.item())
                        .param("status", form.status())
                        .param("until", form.end(), Types.DATE)
                        .param("official", official)
                        .param("at", at.atOffset(UTC))
                        .update()
                == 1;
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from cooperation.provider_part where thread = :thread")
                .param("thread", thread)
                .update();
    }

    private static ProviderPart row(ResultSet row, int number) throws SQLException {
        return new ProviderPart(
                row.getLong("id"),
                row.getString("provider"),
                row.getString("item"),
                Status.valueOf(row.getString("status")),
                row.getObject("until", LocalDate.class),
                row.getInt("version"),
                InstantColumn.instant(row, "changed_at"));
    }
}
