package org.comity.casework.joint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.comity.casework.joint.JointViews.LeavingPage;
import org.comity.directory.Directory;
import org.comity.proof.table.Membership;
import org.comity.thread.JointThreads;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.RecordedChannels;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that a party for which we speak leaves, or does not come though it was asked: who has a node by now, or no key here,
 * can say it in no other way (R158).
 */
@Component
class LeavingThroughUs {

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
            String thread,
            String party,
            String channel,
            String text,
            String draft,
            FormProblems problems,
            Language language) {
        atUs(thread, party);
        return new LeavingPage(
                thread,
                reading.reference(thread),
                party,
                document.name(party, language),
                RecordedChannels.OUTSIDE,
                channel,
                text,
                draft,
                problems);
    }

    /** The same with what was written before it was given back. */
    @Transactional(readOnly = true)
    LeavingPage again(String thread, String party, String draft, Language language) {
        var before = draft(thread, party, draft);
        return page(
                thread,
                party,
                before.facts().getOrDefault(RecordedChannels.FACT, ""),
                String.valueOf(before.body().getOrDefault("text", "")),
                draft,
                FormProblems.NONE,
                language);
    }

    FormProblems problems(String channel, String text) {
        var problems = FormProblems.NONE;
        if (!RecordedChannels.OUTSIDE.contains(channel)) problems = problems.with("channel", "joint.needed.channel");
        if (text.isEmpty() || text.length() > LONGEST) problems = problems.with("text", "joint.needed.leaves");
        return problems;
    }

    /**
     * @param given the draft that was given back and is written anew, or empty
     * @return the draft, which waits for a second officer where our profile asks for one
     */
    @Transactional
    JointDraft write(String thread, String party, String channel, String text, String given, Official by) {
        var said = atUs(thread, party);
        var facts = new TreeMap<>(said.facts());
        facts.put(RecordedChannels.FACT, channel);
        facts.put("speaker", party);
        var body = Map.<String, Object>of("text", text);
        var edition = reading.edition(thread);
        if (given.isEmpty()) {
            var draft =
                    writing.start(thread, said.joint().procedure(), said.type(), edition, body, facts, List.of(), by);
            return writing.submit(draft.id(), by);
        }
        var before = draft(thread, party, given);
        if (!before.type().equals(said.type())) throw JointRefused.notOffered();
        writing.save(before, before.version(), edition, body, facts, List.of(), by);
        return writing.submit(given, by);
    }

    private JointDraft draft(String thread, String party, String id) {
        return Optional.of(writing.get(id))
                .filter(it -> it.status() == JointDraft.Status.WRITING && thread.equals(it.thread()))
                .filter(it -> it.facts().containsKey(RecordedChannels.FACT))
                .filter(it -> party.equals(it.facts().get("speaker")))
                .orElseThrow(JointRefused::unknown);
    }

    /** What it says: a party leaves, and who is only asked declines; {@code facts} of that act. */
    private record Saying(Joint joint, String type, Map<String, String> facts) {}

    private Saying atUs(String thread, String party) {
        var joint = threads.find(thread).orElseThrow(JointRefused::unknown);
        var state = joint.state();
        if (state == null || joint.disputed() != null) throw JointRefused.notOffered();
        var self = directory.self().id();
        var in = state.parties().get(party);
        if (in != null && self.equals(in.at())) return new Saying(joint, "leave", Map.of());
        var asked = state.invited().get(party);
        if (asked != null && self.equals(asked.at())) {
            return new Saying(joint, Membership.DECLINE, Map.of("invitation", asked.act()));
        }
        throw JointRefused.notOffered();
    }
}
