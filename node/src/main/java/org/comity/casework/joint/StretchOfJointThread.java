package org.comity.casework.joint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.casework.joint.JointViews.ActLine;
import org.comity.casework.requests.ActRange;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.thread.JointThreads.OurPart;
import org.comity.ui.Capital;
import org.comity.ui.Language;
import org.springframework.stereotype.Component;

/** Shows as many acts of a joint thread as a page holds, newest first, each by the clock of who says it. */
@Component
class StretchOfJointThread {

    private final JointThreads threads;
    private final JointDocument document;
    private final Directory directory;
    private final RefusedForGood refused;

    StretchOfJointThread(JointThreads threads, JointDocument document, Directory directory, RefusedForGood refused) {
        this.threads = threads;
        this.document = document;
        this.directory = directory;
        this.refused = refused;
    }

    record Stretch(ActRange range, List<ActLine> lines) {}

    /** @param asked by what we are asked, shown before the register is here */
    Stretch of(Joint joint, int before, List<KeptAct> asked, Language language) {
        var first = joint.lastEntry() > 0 ? List.<KeptAct>of() : asked;
        int all = first.size() + threads.countActs(joint.id());
        var range = ActRange.before(before, all);
        int from = Math.max(0, range.from() - first.size());
        var kept = threads.acts(joint.id(), from, range.to() - range.from());
        var codes = refused.of(joint);
        var lines = Stream.concat(first.stream().skip(range.from()), kept.stream())
                .limit(range.to() - range.from())
                .map(it -> line(joint, it, codes, language))
                .toList();
        return new Stretch(range, lines.reversed());
    }

    List<Capital> places(Collection<String> participants, Language language) {
        return participants.stream().map(it -> place(it, language)).distinct().toList();
    }

    private Capital place(String participant, Language language) {
        var shown = GoneParticipant.shown(directory, participant);
        return new Capital(shown.capital(language.tag()), shown.zone());
    }

    private ActLine line(Joint joint, KeptAct act, Map<String, String> codes, Language language) {
        var envelope = act.envelope();
        Map<String, Object> body = act.body() == null ? new LinkedHashMap<>() : act.body();
        return new ActLine(
                envelope.id(),
                act.entry() == null ? 0 : act.entry().entry().n(),
                document.name(act.speaker(), language),
                document.headline(joint.procedure(), envelope.type(), envelope.facts(), body, language),
                envelope.time(),
                act.entry() == null || act.effective()
                        ? ""
                        : act.entry().entry().effect(),
                act.entry() == null
                        && (joint.standing() == OurPart.PARTY
                                || envelope.author().equals(directory.self().id())),
                act.entry() == null ? codes.getOrDefault(envelope.id(), "") : "",
                act.body() != null,
                act.forgottenAt(),
                act.body() == null ? List.of() : document.sections(envelope, body, language),
                envelope.attachments(),
                place(act.speaker(), language));
    }
}
