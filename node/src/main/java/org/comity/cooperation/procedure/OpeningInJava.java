package org.comity.cooperation.procedure;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.convention.ProcedureLaw;
import org.comity.cooperation.ActForms;
import org.comity.cooperation.Composition;
import org.comity.proof.Act;
import org.comity.sealing.Letters.Section;
import org.comity.ui.Language;

/** Asks, checks and prints the opening act of a procedure whose file leaves that act to Java; at most one bean a procedure. */
public interface OpeningInJava {

    /** Name and version, e.g. {@code preservation/1}. */
    String procedure();

    Composition pages();

    /**
     * Where we write it and at the door.
     *
     * @throws org.comity.vocabulary.RuleBroken if the act breaks a rule
     */
    void check(Act act);

    List<Section> sections(ProcedureLaw law, Map<String, Object> body, Locale language);

    String subject(Map<String, Object> body, Locale language);

    /** Every key under which its body says something. */
    Set<String> keys();

    /** What the form of a letter asks, the instrument and the basis among it. */
    List<ActForms.Field> form(Language language);

    /** Without these a letter is none that can be found again. */
    List<String> neededByLetter();

    /** What was given, as the pages would have kept it. */
    Map<String, Object> clean(Map<String, Object> given);
}
