package org.comity.convention;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what the law says, from data: every edition that this program holds, checked when it starts. Old editions stay.
 */
public interface Convention {

    /** The United Nations Convention against Cybercrime. */
    String UNCC = "uncc";

    /** Another treaty, domestic law or reciprocity: a form without articles, for what the State names itself. */
    String OTHER = "other";

    /** All editions, the United Nations Convention first, newest edition of each first. */
    List<Instrument> instruments();

    /** @param edition e.g. {@code uncc/1} */
    Optional<Instrument> instrument(String edition);

    /** The newest edition of an instrument, e.g. of {@code uncc}. */
    Optional<Instrument> newest(String id);

    /** In the instrument's order. */
    List<Article> articles(String edition);

    Optional<Article> article(String edition, String number);

    /** The paragraph cited, e.g. {@code 42(3)(a)}. */
    Optional<Paragraph> paragraph(String edition, String ref);

    List<Offence> offences(String edition);

    /** @param procedure e.g. {@code preservation} */
    Optional<ProcedureLaw> law(String procedure, String edition);

    /**
     * The paragraph on which an assurance of this kind rests in a procedure, as its law says, else the instrument; empty where
     * it rests on none.
     */
    default String assurance(String procedure, String edition, String kind) {
        var ofAll = instrument(edition).map(Instrument::assurances).orElse(Map.of());
        return law(procedure, edition).map(it -> it.assurances().get(kind)).orElse(ofAll.getOrDefault(kind, ""));
    }

    /** The laws of all procedures, all editions. */
    List<ProcedureLaw> laws();

    /**
     * What may govern a new request of this procedure today: newest editions, in force, or as practice in a practice
     * network. What is neither is left out, so nothing is ever offered as binding before it binds.
     */
    List<Offer> offered(String procedure);

    /** Where an instrument stands on this node today. */
    ForceHere standing(Instrument instrument);

    enum ForceHere {
        /** In force; whether it binds two States is told by what they are party to, which is not said here. */
        IN_FORCE,
        /** Not in force: used here as practice, and marked so. */
        PRACTICE,
        /** Not in force, and not to be named as governing. */
        NOT_IN_FORCE
    }

    record Offer(Instrument instrument, ProcedureLaw law, ForceHere standing) {}
}
