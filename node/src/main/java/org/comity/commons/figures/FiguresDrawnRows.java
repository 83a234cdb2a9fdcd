package org.comity.commons.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.comity.commons.kept.KeptRecord;
import org.comity.commons.kept.KeptRecord.RecordState;
import org.comity.vocabulary.TrafficLight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Table {@code commons.figures_drawn}: of each year and State the figures from which its table was last drawn. */
@Repository
class FiguresDrawnRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Map<String, String>>> LINES = new TypeReference<>() {};

    private final JdbcClient db;

    FiguresDrawnRows(JdbcClient db) {
        this.db = db;
    }

    /** Until this transaction ends nobody else draws. */
    void lock() {
        db.sql("lock table commons.figures_drawn in share row exclusive mode").update();
    }

    /** By year, then by State. */
    Map<String, Map<String, KeptRecord>> drawn() {
        return AddingFigures.counted(db.sql("select * from commons.figures_drawn order by year, participant")
                .query(FiguresDrawnRows::row)
                .list());
    }

    void draw(String year, Collection<KeptRecord> records) {
        db.sql("delete from commons.figures_drawn where year = :year")
                .param("year", year)
                .update();
        records.forEach(it -> db.sql("""
                insert into commons.figures_drawn (year, participant, law, figures, checked_on)
                values (:year, :participant, :law, :figures, :checked)
                """)
                .param("year", year)
                .param("participant", it.participant())
                .param("law", it.law())
                .param("figures", JSON.writeValueAsString(it.rows("figures")))
                .param("checked", it.checkedOn())
                .update());
    }

    private static KeptRecord row(ResultSet row, int number) throws SQLException {
        return new KeptRecord(
                "",
                row.getString("law"),
                "",
                row.getString("participant"),
                RecordState.STANDS,
                TrafficLight.CLEAR,
                Map.of("year", row.getString("year"), "figures", JSON.readValue(row.getString("figures"), LINES)),
                null,
                row.getObject("checked_on", LocalDate.class));
    }
}
