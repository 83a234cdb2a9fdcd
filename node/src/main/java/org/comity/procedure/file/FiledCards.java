package org.comity.procedure.file;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which cards the page of a joint thread shows, and from which of its acts they are read; a procedure without them shows
 * its parties and its register.
 *
 * @param texts in the order in which they are shown
 * @param remarks what parties say of a text that is open, or null
 * @param meetings or null
 * @param items acts in whose rows items stand, in the order in which they are gone through
 * @param last acts with which a party says all anew: what it said last counts
 */
public record FiledCards(
        List<Text> texts,
        @Nullable Remarks remarks,
        @Nullable Meetings meetings,
        List<Items> items,
        List<Last> last) {

    static final FiledCards NONE = new FiledCards(List.of(), null, null, List.of(), List.of());

    /** In the place of a column: whoever says the act. */
    static final String AUTHOR = "author";

    /**
     * @param of the field of the state that names the act with its words
     * @param approvedBy the act by which every party approves it; empty of what is agreed
     * @param changes the field of the state that names the text in whose place it would stand; empty for none
     * @param until of what is agreed, the field of the state with the end that is agreed now, and the fact that said it first
     */
    public record Text(String of, String approvedBy, String changes, String until) {

        public boolean open() {
            return !approvedBy.isEmpty();
        }

        /** Whoever writes such an act anew begins with its words. */
        boolean begunFrom() {
            return !open() || !changes.isEmpty();
        }
    }

    /**
     * @param clauses the field that names clauses of the text; a remark that names none is about all
     * @param parts by a clause that is several fields of the text, these
     */
    public record Remarks(String act, String clauses, String answer, String words, Map<String, List<String>> parts) {}

    /** @param off the choice that says that there is none, and {@code option} what it says then */
    public record Meetings(String act, String topic, String when, String where, String off, String option) {}

    /**
     * @param item the column that names it
     * @param holder the column that says who has it, or {@link #AUTHOR}
     * @param to the column that says for whom the row is, or {@link #AUTHOR}; empty where it is for nobody yet
     */
    public record Items(String act, String rows, String item, String holder, String to) {

        public boolean holdsAuthor() {
            return holder.equals(AUTHOR);
        }

        public boolean toAuthor() {
            return to.equals(AUTHOR);
        }
    }

    public record Last(String act, String rows) {}

    /** Fields of the state whose acts a new one of their type begins with, the first that there is. */
    public Stream<String> begunFrom() {
        return texts.stream().filter(Text::begunFrom).map(Text::of);
    }

    /** Does a party say all of it anew each time? */
    public boolean whole(String type) {
        return last.stream().anyMatch(it -> it.act().equals(type));
    }

    /** The field of the state in which stands until when something is agreed; empty for none. */
    public String until() {
        return texts.stream()
                .map(Text::until)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Columns that name a party of the thread. */
    public Set<String> ofParties() {
        return items.stream()
                .flatMap(it -> Stream.of(it.holder(), it.to()))
                .filter(it -> !it.isEmpty() && !it.equals(AUTHOR))
                .collect(Collectors.toSet());
    }

    /** Does this column name an item of which the thread may know already? */
    public boolean ofItems(String column) {
        return items.stream().anyMatch(it -> it.item().equals(column));
    }

    /** Ends of the keys of its words: {@code NAME.card.END}. */
    Stream<String> worded() {
        return Stream.of(
                        texts.stream().map(Text::of),
                        items.stream().filter(it -> !it.to().isEmpty()).map(Items::act),
                        last.stream().map(Last::act))
                .flatMap(it -> it);
    }
}
