package org.comity.commons.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.vocabulary.TrafficLight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code commons.kept}. What does not stand goes when the words of its acts go; what stands was given to others to be read. */
@Repository
class KeptRows implements BeforeForgetting {

    static final int MOST = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient db;

    KeptRows(JdbcClient db) {
        this.db = db;
    }

    void keep(KeptRecord it) {
        db.sql("""
                insert into commons.kept (thread, law, reference, participant, standing, label, said, admitted_on, checked_on)
                values (:thread, :law, :reference, :participant, :standing, :label, :said, :admitted, :checked)
                on conflict (thread) do update set standing = :standing, label = :label, said = :said,
                       admitted_on = :admitted, checked_on = :checked
                """)
                .param("thread", it.thread())
                .param("law", it.law())
                .param("reference", it.reference())
                .param("participant", it.participant())
                .param("standing", it.standing().name())
                .param("label", it.label().name())
                .param("said", JSON.writeValueAsString(it.said()))
                .param("admitted", it.admittedOn())
                .param("checked", it.checkedOn())
                .update();
    }

    /** Newest first, at most 1,000. */
    List<KeptRecord> standing(String law) {
        return db.sql("""
                select * from commons.kept
                 where law = :law and standing = 'STANDS'
                 order by admitted_on desc, thread
                 limit :most
                """)
                .param("law", law)
                .param("most", MOST)
                .query(KeptRows::row)
                .list();
    }

    /** All of them, however many, read a thousand at a look. */
    List<KeptRecord> everyStanding(String law) {
        var all = new ArrayList<KeptRecord>();
        var last = "";
        List<KeptRecord> page;
        do {
            page = db.sql("""
                    select * from commons.kept
                     where law = :law and standing = 'STANDS' and thread > :last order by thread limit :most
                    """)
                    .param("law", law)
                    .param("last", last)
                    .param("most", MOST)
                    .query(KeptRows::row)
                    .list();
            all.addAll(page);
            if (!page.isEmpty()) last = page.getLast().thread();
        } while (page.size() == MOST);
        return List.copyOf(all);
    }

    /** Those that ever had one of these references, as far as they are still here. */
    List<KeptRecord> having(String law, List<String> references) {
        if (references.isEmpty()) return List.of();
        return db.sql("select * from commons.kept where law = :law and reference in (:references)")
                .param("law", law)
                .param("references", references)
                .query(KeptRows::row)
                .list();
    }

    Optional<KeptRecord> find(String thread) {
        return db.sql("select * from commons.kept where thread = :thread")
                .param("thread", thread)
                .query(KeptRows::row)
                .optional();
    }

    @Override
    public void forgetting(String thread) {
        db.sql("delete from commons.kept where thread = :thread and standing <> 'STANDS'")
                .param("thread", thread)
                .update();
    }

    private static KeptRecord row(ResultSet row, int number) throws SQLException {
        return new KeptRecord(
                row.getString("thread"),
                row.getString("law"),
                row.getString("reference"),
                row.getString("participant"),
                RecordState.valueOf(row.getString("standing")),
                TrafficLight.valueOf(row.getString("label")),
                JSON.readValue(row.getString("said"), FIELDS),
                row.getObject("admitted_on", LocalDate.class),
                row.getObject("checked_on", LocalDate.class));
    }
}
