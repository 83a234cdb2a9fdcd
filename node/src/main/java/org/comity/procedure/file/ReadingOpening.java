package org.comity.procedure.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.field.EmergencyType;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.ProcedureFile.Letter;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a procedure's file how its opening act is asked and printed: what names it, letters and pages.
 *
 * @param fields of the opening act, those of its sections among them
 */
record ReadingOpening(
        LawNode file,
        String opening,
        List<FiledField> fields,
        @Nullable ChosenSections sections) {

    /** Among the pages it stands for one of each section. */
    private static final String SECTIONS = "sections";

    private static final String EACH = "each";

    private Set<String> keys() {
        return fields.stream().map(FiledField::key).collect(Collectors.toCollection(HashSet::new));
    }

    List<String> subject() {
        var subject = file.at("subject");
        var named = subject.plain() ? List.of(subject) : subject.items();
        named.forEach(it -> {
            if (!keys().contains(it.text())) {
                throw it.fault("\"%s\" is no field of %s: name one".formatted(it.text(), opening));
            }
        });
        if (named.isEmpty()) {
            throw subject.fault("name a field of %s".formatted(opening));
        }
        return named.stream().map(LawNode::text).toList();
    }

    /** {@code data} under the item of the law of that name; {@code data/link} under the same letter, by a name of its own. */
    List<Letter> letters() {
        var letters = new ArrayList<Letter>();
        var open = keys();
        open.addAll(DocumentPart.BESIDE_FIELDS);
        file.find("letters")
                .ifPresent(it -> it.entries().forEach((name, node) -> {
                    var words = name.split("/", 2);
                    var stands = node.items().stream().map(ReadingOpening::key).toList();
                    node.items().forEach(each -> {
                        if (!open.remove(key(each))) {
                            throw each.fault(
                                    "\"%s\" is no field of %s, or stands under another letter already: name each once"
                                            .formatted(key(each), opening));
                        }
                    });
                    letters.add(new Letter(
                            words[words.length - 1],
                            words[0],
                            stands,
                            node.items().stream()
                                    .filter(each -> each.text().endsWith("!"))
                                    .map(ReadingOpening::key)
                                    .collect(Collectors.toUnmodifiableSet())));
                }));
        if (sections != null) {
            sections.own().stream()
                    .map(FiledField::key)
                    .filter(it -> sections.labelled(it) && sections.of(it).isEmpty() && open.contains(it))
                    .findFirst()
                    .ifPresent(it -> {
                        throw file.fault(
                                "sections.yaml: field \"%s\" stands in no section: put it into one, or under a letter"
                                        .formatted(it));
                    });
        }
        return List.copyOf(letters);
    }

    private static String key(LawNode node) {
        return node.text().replaceFirst("!$", "");
    }

    Map<String, List<String>> pages() {
        var pages = new LinkedHashMap<String, List<String>>();
        var asked = new HashSet<String>();
        var keys = keys();
        file.at("pages").entries().forEach((page, node) -> {
            if (sections != null
                    && page.equals(SECTIONS)
                    && node.plain()
                    && node.text().equals(EACH)) {
                sections.pages().forEach((name, mine) -> {
                    pages.put(name, mine);
                    asked.addAll(mine);
                });
                return;
            }
            node.items().forEach(it -> {
                if (!keys.contains(it.text()) || !asked.add(it.text())) {
                    throw it.fault("\"%s\" is no field of %s, or stands on another page already: name each once"
                            .formatted(it.text(), opening));
                }
            });
            pages.put(
                    ReadingProcedureFile.word(node, page),
                    node.items().stream().map(LawNode::text).toList());
        });
        keys.stream()
                .filter(it -> !asked.contains(it) && !it.equals(EmergencyType.KEY))
                .sorted()
                .findFirst()
                .ifPresent(it -> {
                    throw file.at("pages")
                            .fault("field \"%s\" of %s stands on no page: put it on one".formatted(it, opening));
                });
        return Collections.unmodifiableMap(pages);
    }
}
