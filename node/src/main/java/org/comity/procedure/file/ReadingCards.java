package org.comity.procedure.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.convention.reading.LawNode;
import org.comity.procedure.field.FiledField;
import org.comity.procedure.file.FiledCards.Items;
import org.comity.procedure.file.FiledCards.Last;
import org.comity.procedure.file.FiledCards.Meetings;
import org.comity.procedure.file.FiledCards.Remarks;
import org.comity.procedure.file.FiledCards.Text;

/** Reads what stands under {@code cards}: every act, field, column and option that it names must be one of the file. */
record ReadingCards(Map<String, List<FiledField>> acts) {

    FiledCards of(LawNode file, boolean joint) {
        return file.find("cards").map(it -> cards(it, joint)).orElse(FiledCards.NONE);
    }

    private FiledCards cards(LawNode node, boolean joint) {
        if (!joint) throw node.fault("only joint threads have cards: leave them out");
        node.only("texts", "remarks", "meetings", "items", "last");
        return new FiledCards(
                node.list("texts").stream().map(this::text).toList(),
                node.find("remarks").map(this::remarks).orElse(null),
                node.find("meetings").map(this::meetings).orElse(null),
                node.list("items").stream().map(this::items).toList(),
                node.list("last").stream().map(this::last).toList());
    }

    private Text text(LawNode node) {
        node.only("of", "approved-by", "changes", "until");
        if (node.has("approved-by") == node.has("until")) {
            throw node.fault("a text that is open has approved-by, one that is agreed has until: write one of the two");
        }
        return new Text(
                node.text("of"),
                node.find("approved-by").map(this::act).orElse(""),
                node.find("changes").map(LawNode::text).orElse(""),
                node.find("until").map(LawNode::text).orElse(""));
    }

    private Remarks remarks(LawNode node) {
        var act = act(node.only("act", "clauses", "answer", "words", "parts").at("act"));
        var clauses = field(act, node.at("clauses"));
        var parts = new LinkedHashMap<String, List<String>>();
        node.find("parts")
                .ifPresent(all -> all.entries()
                        .forEach((clause, fields) -> parts.put(
                                option(clauses, clause, fields),
                                fields.items().stream().map(LawNode::text).toList())));
        return new Remarks(
                act,
                clauses.key(),
                field(act, node.at("answer")).key(),
                field(act, node.at("words")).key(),
                parts);
    }

    private Meetings meetings(LawNode node) {
        var act = act(node.only("act", "topic", "when", "where", "off").at("act"));
        var off = node.at("off").entries();
        if (off.size() != 1) throw node.at("off").fault("one key and one value are needed here, and no more");
        var said = off.entrySet().iterator().next();
        return new Meetings(
                act,
                field(act, node.at("topic")).key(),
                field(act, node.at("when")).key(),
                field(act, node.at("where")).key(),
                said.getKey(),
                option(
                        field(act, said.getKey(), said.getValue()),
                        said.getValue().text(),
                        said.getValue()));
    }

    private Items items(LawNode node) {
        var act = act(node.only("act", "rows", "item", "holder", "to").at("act"));
        var rows = rows(act, node.at("rows"));
        return new Items(
                act,
                rows.key(),
                column(rows, node.at("item")),
                node.find("holder").map(it -> column(rows, it)).orElse(FiledCards.AUTHOR),
                node.find("to")
                        .map(it -> it.text().equals(FiledCards.AUTHOR) ? it.text() : column(rows, it))
                        .orElse(""));
    }

    private Last last(LawNode node) {
        var act = act(node.only("act", "rows").at("act"));
        return new Last(act, rows(act, node.at("rows")).key());
    }

    private String act(LawNode node) {
        if (!acts.containsKey(node.text())) {
            throw node.fault("\"%s\" is no act of this file: name one".formatted(node.text()));
        }
        return node.text();
    }

    private FiledField field(String act, LawNode node) {
        return field(act, node.text(), node);
    }

    private FiledField field(String act, String key, LawNode node) {
        return acts.getOrDefault(act, List.of()).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> node.fault("\"%s\" is no field of %s: name one".formatted(key, act)));
    }

    private FiledField rows(String act, LawNode node) {
        var field = field(act, node);
        if (field.columns().isEmpty()) {
            throw node.fault("\"%s\" has no columns: name a field of type rows".formatted(field.key()));
        }
        return field;
    }

    private static String column(FiledField rows, LawNode node) {
        if (rows.columns().stream().noneMatch(it -> it.key().equals(node.text()))) {
            throw node.fault("\"%s\" is no column of %s: name one".formatted(node.text(), rows.key()));
        }
        return node.text();
    }

    private static String option(FiledField field, String option, LawNode node) {
        if (!field.options().contains(option)) {
            throw node.fault("\"%s\" is no option of %s: name one".formatted(option, field.key()));
        }
        return option;
    }
}
