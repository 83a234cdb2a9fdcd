package org.comity.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.procedure.ActForms;
import org.comity.ui.Page;

/** Names each field of a letter's form, so that a list of what is missing does not say the same of each. */
public final class FieldLabels {

    private FieldLabels() {}

    public static Map<String, String> of(Page page, List<ActForms.Field> fields) {
        var labels = new HashMap<String, String>();
        fields.forEach(it -> labels.put(it.key(), it.label()));
        labels.putIfAbsent("cameBy", page.t("paper.came-by"));
        labels.putIfAbsent("cameDay", page.t("paper.came-day"));
        labels.putIfAbsent("cameTime", page.t("paper.came-time"));
        labels.putIfAbsent("text", page.t("paper.new.text"));
        return labels;
    }
}
