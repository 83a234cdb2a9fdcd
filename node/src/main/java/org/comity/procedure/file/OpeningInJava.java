package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.convention.ProcedureLaw;
import org.comity.procedure.ActForms;
import org.comity.procedure.Composition;
import org.comity.proof.Act;
import org.comity.sealing.Letters.Section;
import org.comity.ui.FormProblems;
import org.comity.ui.Language;
import org.springframework.util.MultiValueMap;

/** Asks, checks and prints the opening act of a procedure whose file leaves that act to Java; at most one bean a procedure. */
public interface OpeningInJava {

    /** Name and version, e.g. {@code assistance/1}. */
    String procedure();

    Composition pages();

    /**
     * Where we write it and at the door.
     *
     * @throws org.comity.vocabulary.RuleBroken if the act breaks a rule
     */
    void check(Act act);

    List<Section> sections(ProcedureLaw law, Map<String, String> facts, Map<String, Object> body, Language language);

    String headline(Map<String, Object> body, Language language);

    String subject(Map<String, Object> body, Language language);

    /** Every key under which this body says something that has its line. */
    Set<String> keys(Map<String, Object> body);

    /** What the form of a letter asks, the instrument and the basis among it. */
    List<ActForms.Field> form(Language language);

    /** The body as that form has it. */
    Map<String, Object> byLetter(MultiValueMap<String, String> form);

    /** Without these a letter is none that can be found again. */
    FormProblems problems(ActForms.Written written);

    /** What was given, as the pages would have kept it. */
    Map<String, Object> clean(Map<String, Object> given);
}
