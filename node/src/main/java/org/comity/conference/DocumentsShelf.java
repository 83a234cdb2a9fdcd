package org.comity.conference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.conference.PublicPapers.PublicDocument;
import org.comity.conference.PublicPapers.PublicFile;
import org.comity.site.PublicItem;
import org.comity.site.PublicShelf;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.comity.vocabulary.TrafficLight;
import org.springframework.stereotype.Component;

/** Puts the documents of sessions that everybody may read on the public site, with a file of each language that is there. */
@Component
class DocumentsShelf implements PublicShelf {

    private final PublicPapers papers;
    private final Words words;

    DocumentsShelf(PublicPapers papers, Words words) {
        this.papers = papers;
        this.words = words;
    }

    @Override
    public String name() {
        return "documents";
    }

    @Override
    public int place() {
        return 2;
    }

    @Override
    public List<PublicItem> items() {
        return papers.documents().stream().limit(MOST).map(this::item).toList();
    }

    @Override
    public List<ItemFile> files(String id) {
        return document(id).stream()
                .flatMap(it -> it.files().stream())
                .map(it -> new ItemFile(fileName(it), languages(List.of(it.language())), it.type(), it.size()))
                .toList();
    }

    @Override
    public Optional<byte[]> content(String id, String name) {
        return document(id)
                .flatMap(it -> it.files().stream()
                        .filter(file -> fileName(file).equals(name))
                        .findFirst()
                        .flatMap(file -> papers.file(it.id(), file.language())));
    }

    private Optional<PublicDocument> document(String id) {
        return papers.documents().stream()
                .filter(it -> Long.toString(it.id()).equals(id))
                .findFirst();
    }

    private PublicItem item(PublicDocument it) {
        var parts = new ArrayList<PublicItem.Part>();
        parts.add(PublicItem.Part.written("conference.symbol", it.symbol()));
        parts.add(new PublicItem.Part("conference.original-language", languages(List.of(it.original()))));
        var here = it.files().stream().map(PublicFile::language).toList();
        if (!here.isEmpty()) parts.add(new PublicItem.Part("public.documents.languages", languages(here)));
        if (!it.missing().isEmpty()) {
            parts.add(new PublicItem.Part("public.documents.missing", languages(it.missing())));
        }
        return new PublicItem(
                Long.toString(it.id()),
                TrafficLight.CLEAR,
                Map.of("", it.symbol() + " " + it.title()),
                it.day(),
                "",
                PublicPapers.numbers(it.articles()),
                parts);
    }

    private static String fileName(PublicFile file) {
        return file.language() + (file.type().equals("application/pdf") ? ".pdf" : ".docx");
    }

    /** Their names, in each language of the pages. */
    private Map<String, String> languages(List<String> codes) {
        var all = new TreeMap<String, String>();
        for (Language it : words.languagesOn(PublicShelf.ADDRESS)) {
            all.put(
                    it.tag(),
                    codes.stream()
                            .map(code -> words.say(it, "conference.language." + code))
                            .collect(Collectors.joining(it.tag().equals("ar") ? "، " : ", ")));
        }
        return all;
    }
}
