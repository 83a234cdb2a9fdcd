package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.Confidentiality.Answer;
import org.comity.procedure.file.ProcedureFile.Secrecy;

/** Reads how a request to keep it confidential is asked, and which act answers it. */
final class ReadingSecrecy {

    private ReadingSecrecy() {}

    static Secrecy of(LawNode node, Set<String> acts) {
        node.only("asked", "settled-by", "answers");
        var by = node.at("settled-by");
        if (!acts.contains(by.text())) {
            throw by.fault("\"%s\" is no act of this file: name one".formatted(by.text()));
        }
        var answers = new LinkedHashMap<String, Answer>();
        node.find("answers")
                .ifPresent(it -> it.entries().forEach((word, each) -> answers.put(word, each.word(Answer.class))));
        return new Secrecy(ReadingProcedureFile.texts(node, "asked"), by.text(), Map.copyOf(answers));
    }
}
