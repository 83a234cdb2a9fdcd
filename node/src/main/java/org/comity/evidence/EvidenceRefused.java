package org.comity.evidence;

import java.util.Map;
import org.comity.vocabulary.RuleBroken;

/** An item was not added to, sealed or matched; nothing was lost. {@code code} is stable, and begins with {@code evidence.} */
public final class EvidenceRefused extends RuleBroken {

    /** @param detail for whoever reads a program's answer */
    public EvidenceRefused(String code, String detail) {
        this(code, detail, "");
    }

    /** @param field of the form where it can be mended */
    public EvidenceRefused(String code, String detail, String field) {
        super("evidence." + code, Map.of("detail", detail), field);
    }
}
