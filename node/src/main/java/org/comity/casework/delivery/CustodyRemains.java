package org.comity.casework.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.comity.casework.BeforeForgetting;
import org.comity.procedure.CustodySteps;
import org.comity.procedure.form.BodyFields;
import org.comity.procedure.form.Items;
import org.comity.thread.Threads.KeptAct;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What acts said of items outlives their words: which manifests were delivered, to whom it went on, when backups lapse. */
@Repository
class CustodyRemains implements BeforeForgetting {

    private final JdbcClient db;

    CustodyRemains(JdbcClient db) {
        this.db = db;
    }

    @Override
    public void forgetting(KeptAct act) {
        if (!Delivered.possible(act.envelope().procedure())) {
            return;
        }
        var said = read(act);
        if (!said.manifests().isEmpty() || !said.more().isEmpty()) {
            db.sql("""
                    insert into cooperation.custody_said (act, manifests, more) values (:act, :manifests, :more)
                        on conflict (act) do nothing
                    """)
                    .param("act", act.id())
                    .param("manifests", String.join(" ", said.manifests()))
                    .param("more", said.more())
                    .update();
        }
    }

    /** As the act says it, or said it. */
    Said of(KeptAct act) {
        return act.bodyKept() ? read(act) : kept(act.id()).orElse(Said.NOTHING);
    }

    private Optional<Said> kept(String act) {
        return db.sql("select manifests, more from cooperation.custody_said where act = :act")
                .param("act", act)
                .query((row, n) -> new Said(words(row.getString("manifests")), row.getString("more")))
                .optional();
    }

    private static Said read(KeptAct act) {
        var body = new BodyFields(act.body());
        return switch (act.envelope().type()) {
            case CustodySteps.DELIVER ->
                new Said(Items.read(body).map(Items::manifests).orElse(List.of()), "");
            case CustodySteps.DESTROYED -> new Said(List.of(), body.text("backupsUntil"));
            case CustodySteps.ONWARD, CustodySteps.RETURNED -> new Said(List.of(), body.text("recipient"));
            default -> Said.NOTHING;
        };
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    /** @param more to whom it was passed on, or when the last backup lapses; else empty */
    record Said(List<String> manifests, String more) {
        static final Said NOTHING = new Said(List.of(), "");
    }
}
