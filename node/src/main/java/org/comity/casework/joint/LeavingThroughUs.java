package org.comity.casework.joint;

import java.util.List;
import java.util.Map;
import org.comity.casework.joint.JointViews.LeavingPage;
import org.comity.directory.Directory;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.RecordedChannels;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a party for which we speak leaves: who has a node by now, or no key here, can do it in no other way (R158). */
@Component
class LeavingThroughUs {

    private static final List<String> CHANNELS = List.of("mail", "phone", "bag", "interpol", "hand");
    private static final int LONGEST = 2_000;

    private final JointThreads threads;
    private final ReadingJointThread reading;
    private final WritingJointActs writing;
    private final JointDocument document;
    private final Directory directory;

    LeavingThroughUs(
            JointThreads threads,
            ReadingJointThread reading,
            WritingJointActs writing,
            JointDocument document,
            Directory directory) {
        this.threads = threads;
        this.reading = reading;
        this.writing = writing;
        this.document = document;
        this.directory = directory;
    }

    LeavingPage page(
            String thread, String party, String channel, String text, FormProblems problems, Language language) {
        mustBeAtUs(thread, party);
        return new LeavingPage(
                thread,
                reading.reference(thread),
                party,
                document.name(party, language),
                CHANNELS,
                channel,
                text,
                problems);
    }

    FormProblems problems(String channel, String text) {
        var problems = FormProblems.NONE;
        if (!CHANNELS.contains(channel)) problems = problems.with("channel", "joint.needed.channel");
        if (text.isEmpty() || text.length() > LONGEST) problems = problems.with("text", "joint.needed.leaves");
        return problems;
    }

    /** @return the draft, which waits for a second officer where our profile asks for one */
    @Transactional
    JointDraft write(String thread, String party, String channel, String text, Official by) {
        var joint = mustBeAtUs(thread, party);
        var facts = Map.of(RecordedChannels.FACT, channel, "speaker", party);
        var draft = writing.start(
                thread,
                joint.procedure(),
                "leave",
                reading.edition(thread),
                Map.of("text", text),
                facts,
                List.of(),
                by);
        return writing.submit(draft.id(), by);
    }

    private Joint mustBeAtUs(String thread, String party) {
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        var state = joint.state();
        var said = state == null || joint.disputed() != null
                ? null
                : state.parties().get(party);
        if (said == null || !directory.self().id().equals(said.at())) throw JointRefused.notOffered();
        return joint;
    }
}
