package org.comity.capacity.rounds;

import java.util.List;
import org.comity.capacity.matching.ReasonSentence;
import org.comity.capacity.rounds.RoundRows.Solving;
import org.comity.casework.SeatedAuthorities;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.procedure.RequestRow;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds by which way the reasons of a round reach the State of each need, and in which language. */
@Component
class AddressedReasons {

    private final ListedHelp listed;
    private final Directory directory;
    private final SeatedAuthorities seated;
    private final Words words;

    AddressedReasons(ListedHelp listed, Directory directory, SeatedAuthorities seated, Words words) {
        this.listed = listed;
        this.directory = directory;
        this.seated = seated;
        this.words = words;
    }

    enum Way {
        NODE,
        SEAT,
        LETTER,
        /** No thread of the need is here, or it is closed to named officers. */
        UNKNOWN
    }

    /** @param row of the need; null only where the way is unknown */
    record ToNeed(String need, @Nullable RequestRow row, Way way, Language language, List<ReasonSentence> said) {}

    List<ToNeed> of(Solving solving) {
        var reasons = ToldReasons.byNeed(RoundReasons.of(solving.reasons()));
        var threads = listed.needs(reasons.keySet());
        return reasons.entrySet().stream()
                .map(it -> to(it.getKey(), threads.get(it.getKey()), it.getValue()))
                .toList();
    }

    private ToNeed to(String need, @Nullable RequestRow row, List<ReasonSentence> said) {
        if (row == null) return new ToNeed(need, null, Way.UNKNOWN, Language.ENGLISH, said);
        var state = directory.find(row.counterpart());
        var way = state.filter(Participant::hasNode).isPresent()
                ? Way.NODE
                : seated.reads(row.counterpart()) ? Way.SEAT : Way.LETTER;
        return new ToNeed(need, row, way, state.map(this::language).orElse(Language.ENGLISH), said);
    }

    /** The first of the State's languages in which every page exists; English where none does. */
    private Language language(Participant state) {
        return state.languages().stream()
                .map(it -> it.replaceFirst("-.*", ""))
                .flatMap(it ->
                        words.languages().stream().filter(each -> each.tag().equals(it)))
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
