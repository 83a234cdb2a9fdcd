package org.comity.casework;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.comity.procedure.ActField;
import org.comity.thread.JointThreads.Joint;
import org.comity.thread.JointThreads.KeptAct;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;

/** Joint threads as programs read them, as a search finds them and as they are taken away; who reads one is on record. */
public interface JointCases {

    /**
     * @param reference of whoever opened it; empty where none was given
     * @param subject what it is about, in the opening act's words
     * @param offered types of act that we can say now
     */
    record JointCase(Joint joint, String reference, String subject, List<String> offered) {}

    /** @param acts in order of their entries, then those without one; before the register is here, what we are asked by */
    record Read(JointCase found, List<KeptAct> acts) {}

    /** @param cursor of the next page; null at the end */
    record Listed(List<JointCase> cases, @Nullable String cursor) {}

    /** First those that we are only asked to join, then the others, last changed first; at most 100 behind the cursor. */
    Listed list(@Nullable String after, Official by, Locale language);

    /** What the acts of this procedure ask, by its name and version; empty where it is none of joint threads. */
    List<ActField> asked(String procedure);

    /** Those of these threads that are joint ones and this official's to see, in this order. */
    List<JointCase> of(Collection<String> threads, Official by, Locale language);

    /**
     * Part of one is read, as a page of its entries; that is on record, and nothing else of it is looked at.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code joint.unknown}
     */
    void readsPart(String thread, Official by);

    /** @throws org.comity.vocabulary.RuleBroken {@code joint.unknown} */
    Read read(String thread, Official by, Locale language);

    /**
     * The whole thread as one archive, which {@code comity verify} reads, written page by page. The taking is on record.
     *
     * @throws org.comity.vocabulary.RuleBroken {@code joint.unknown}; also while we are only asked to join
     */
    RequestExport.Part export(String thread, Official by);

    /**
     * The command that checks an export: every seal of its parties, and the keys under which its register was kept. Empty
     * while nothing of the register is here.
     */
    String command(String thread);
}
