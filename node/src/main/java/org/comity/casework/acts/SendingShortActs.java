package org.comity.casework.acts;

import java.util.List;
import java.util.Map;
import org.comity.casework.Drafts;
import org.comity.casework.ShortActs;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.procedure.ActField;
import org.comity.procedure.Draft;
import org.comity.procedure.Procedures;
import org.comity.procedure.RequestRow;
import org.comity.procedure.form.FirstWords;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

/** Takes an act that needs no second officer straight to the page where it is read and signed. */
@Component
class SendingShortActs implements ShortActs {

    private final Drafts drafts;
    private final Directory directory;
    private final ShortPresses presses;
    private final FirstWords words;
    private final Procedures procedures;
    private final WhoApproves who;

    SendingShortActs(
            Drafts drafts,
            Directory directory,
            ShortPresses presses,
            FirstWords words,
            Procedures procedures,
            WhoApproves who) {
        this.who = who;
        this.drafts = drafts;
        this.directory = directory;
        this.presses = presses;
        this.words = words;
        this.procedures = procedures;
    }

    @Override
    public boolean isShort(RequestRow row, String type) {
        var procedure = procedures.of(row.procedure());
        var writing = procedure.writing();
        return writing.table().has(type)
                && GoneParticipant.hasNode(directory, row.counterpart())
                && writing.end(row, type, null) == null
                && procedure.rendering().oneOfficer().contains(type)
                && writing.table().of(type).stream().allMatch(it -> !it.needed() && it.kind() == ActField.Kind.TEXT);
    }

    /** The act as it stands with nothing written but words that are ready, submitted; pressed twice, the same one; refused, there is none. */
    @Transactional
    Draft begin(RequestRow row, String type, Official by) {
        presses.oneByOne(row.thread());
        var alive = drafts.alive(row.thread(), type);
        return alive.stream()
                .filter(it -> it.status() == Draft.Status.SUBMITTED)
                .findFirst()
                .orElseGet(() -> submitted(row, type, alive, by));
    }

    private Draft submitted(RequestRow row, String type, List<Draft> alive, Official by) {
        var form = new LinkedMultiValueMap<String, String>();
        words.of(row, type).ifPresent(it -> form.add("text", it));
        var written = procedures.of(row.procedure()).writing().read(row, type, form, by);
        var draft = alive.stream()
                .filter(it -> it.status() == Draft.Status.WRITING)
                .filter(it -> it.body().equals(written.body()) && it.files().isEmpty())
                .findFirst()
                .orElseGet(() -> drafts.start(
                        row.procedure(), type, row.ourRole(), row.counterpart(), row.thread(), written.body(), by));
        var saved = drafts.save(draft.id(), draft.version(), written.body(), written.facts(), by);
        return drafts.submit(saved.id(), saved.version(), by);
    }

    /** As {@link SigningShownActs#alone} will say of an act in which nothing is written yet; only what opens is an emergency itself. */
    boolean signsAlone(RequestRow row, String type, Official by) {
        return who.alone(row.procedure(), type, Map.of(), false, by)
                && GoneParticipant.hasNode(directory, row.counterpart());
    }
}
