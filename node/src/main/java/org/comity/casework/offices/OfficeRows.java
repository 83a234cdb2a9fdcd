package org.comity.casework.offices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code cooperation.office} and {@code office_member}. */
@Repository
class OfficeRows {

    private static final String SELECT = """
            select o.*, (select string_agg(m.official, ',' order by m.official)
                           from cooperation.office_member m where m.office = o.id) as members
              from cooperation.office o
            """;

    private final JdbcClient db;

    OfficeRows(JdbcClient db) {
        this.db = db;
    }

    List<Office> all() {
        return db.sql(SELECT + " order by o.name_en, o.id")
                .query(OfficeRows::row)
                .list();
    }

    Optional<Office> find(String id) {
        return db.sql(SELECT + " where o.id = :id")
                .param("id", id)
                .query(OfficeRows::row)
                .optional();
    }

    List<Office> of(String official) {
        return db.sql(SELECT + """
                 where exists (select from cooperation.office_member m where m.office = o.id and m.official = :official)
                 order by o.name_en, o.id
                """)
                .param("official", official)
                .query(OfficeRows::row)
                .list();
    }

    /** Until the end of the caller's transaction nobody else changes it, or who answers for it. */
    Optional<Office> locked(String id) {
        db.sql("select id from cooperation.office where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        return find(id);
    }

    /** False if there is one of this name. */
    boolean add(Office it) {
        return written(it, " do nothing") == 1;
    }

    /** What it may do and is called; who answers for it stays. */
    void put(Office it) {
        written(it, """
                 do update
                   set name_en = excluded.name_en, name_ar = excluded.name_ar, procedures = excluded.procedures,
                       places = excluded.places, matters = excluded.matters, checked_on = excluded.checked_on,
                       closed = excluded.closed
                """);
    }

    private int written(Office it, String where) {
        return db.sql("""
                insert into cooperation.office (id, name_en, name_ar, procedures, places, matters, checked_on, closed)
                values (:id, :en, :ar, :procedures, :places, :matters, :checked, :closed)
                on conflict (id)
                """ + where)
                .param("id", it.id())
                .param("en", it.names().getOrDefault("en", ""))
                .param("ar", it.names().getOrDefault("ar", ""))
                .param("procedures", String.join("\n", it.procedures()))
                .param("places", String.join("\n", it.places()))
                .param("matters", String.join("\n", it.matters()))
                .param("checked", it.checked())
                .param("closed", it.closed())
                .update();
    }

    void members(String office, List<String> officials) {
        db.sql("delete from cooperation.office_member where office = :office")
                .param("office", office)
                .update();
        for (var official : officials) {
            db.sql("insert into cooperation.office_member (office, official) values (:office, :official)")
                    .param("office", office)
                    .param("official", official)
                    .update();
        }
    }

    private static Office row(ResultSet row, int number) throws SQLException {
        var members = row.getString("members");
        return new Office(
                row.getString("id"),
                Map.of("en", row.getString("name_en"), "ar", row.getString("name_ar")),
                row.getString("procedures").lines().toList(),
                row.getString("places").lines().toList(),
                row.getString("matters").lines().toList(),
                members == null ? List.of() : List.of(members.split(",")),
                row.getObject("checked_on", LocalDate.class),
                row.getBoolean("closed"));
    }
}
