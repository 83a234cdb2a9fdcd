package org.comity.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.procedure.ActForms;
import org.comity.proof.act.Act;
import org.comity.proof.act.Attachment;
import org.comity.proof.act.Envelope;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Choice;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Joint threads as an authority reads and speaks in them that has no node and was asked in at ours (R102). A thread of others
 * is as one that is not there.
 */
public interface JointFromSeats {

    /** @param state message of where it stands */
    record Line(String thread, String reference, String subject, String procedure, String state, boolean drill) {}

    /** @param own whether the authority said it, {@code recorded} by which channel, as {@code paper.channel.…} words it, or null; {@code kept} what it says is here still */
    record Said(
            String act,
            boolean own,
            @Nullable Long n,
            String headline,
            String from,
            Instant at,
            @Nullable String recorded,
            List<Section> sections,
            List<Attachment> files,
            boolean kept) {}

    /** @param parties names, with their roles; {@code acts} newest first */
    record Whole(Line line, List<String> parties, List<Said> acts, List<Choice> offered) {}

    record Form(Line line, String title, String about, List<ActForms.Field> fields) {}

    /** @param past whether it had a part in others, too, or has one in more than are shown */
    record Now(List<Line> lines, boolean past) {}

    /** The threads in which it has a part at us now, at most 200. */
    Now now(String authority, Language language);

    /** @param older from where the next page goes on; empty where this is the last */
    record Lines(List<Line> lines, String older) {}

    /** Those in which it has or had a part at us, 50 at a time. */
    Lines page(String authority, String after, Language language);

    /** Ids of all in which it has or had a part at us. */
    List<String> threads(String authority);

    Optional<Whole> read(String thread, String authority, Language language);

    /** Whether it may read that act, and have its documents. */
    boolean shows(String thread, String authority, String act);

    /** Types of act that the authority can say now; empty of a thread of others. */
    List<String> offered(String thread, String authority);

    Form form(String thread, String authority, String type, Language language);

    ActForms.Written read(String thread, String authority, String type, MultiValueMap<String, String> form);

    FormProblems problems(String thread, String type, ActForms.Written written);

    /** The act as it will be signed, recorded by us for the authority, with these facts beside its own. */
    Act act(
            String thread,
            String authority,
            String type,
            ActForms.Written written,
            Map<String, String> facts,
            List<Attachment> attachments);

    /** Number and hash of the last entry that this authority was shown. */
    String seen(String thread, String authority);

    boolean oneOfficer(Envelope act);

    String headline(Act act, Language language);

    List<Section> sections(Act act, Language language);

    String label(Envelope act, Language language);

    /** As whoever opened the thread calls it. */
    String reference(String thread);
}
