package org.comity.casework.offices;

import java.util.Map;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.CutText;
import org.comity.vocabulary.RuleBroken;

/** Why nothing was passed on, returned or written down about an office; nothing was changed. */
final class OfficeRefused extends RuleBroken {

    private OfficeRefused(String code, Map<String, String> facts) {
        super(code, facts);
    }

    private OfficeRefused(String code, Map<String, String> facts, String field) {
        super(code, facts, field);
    }

    /** The same words as where there is no such request. */
    static OfficeRefused unknownRequest(String reference) {
        return new OfficeRefused("request.unknown", Map.of("reference", CutText.to(reference, 20)));
    }

    static OfficeRefused notYours() {
        return new OfficeRefused("request.not-your-duty", Map.of());
    }

    static OfficeRefused notAsked() {
        return new OfficeRefused("office.not-asked", Map.of());
    }

    static OfficeRefused notThere() {
        return new OfficeRefused("office.not-there", Map.of());
    }

    static OfficeRefused unknown() {
        return new OfficeRefused("office.unknown", Map.of());
    }

    static OfficeRefused field(String name) {
        return new OfficeRefused("office.field", Map.of("field", name));
    }

    /** @throws OfficeRefused that names the first field that is not right */
    static void mustBeRight(FormProblems problems) {
        if (problems.any()) {
            throw field(problems.all().getFirst().field());
        }
    }

    static OfficeRefused noFile() {
        return new OfficeRefused("office.no-file", Map.of(), "file");
    }

    static OfficeRefused file(String where) {
        return new OfficeRefused("office.file", Map.of("where", CutText.to(where, 80)), "file");
    }
}
