package org.comity.conference.session;

import java.util.Optional;
import org.comity.conference.IssuedFiles;
import org.springframework.stereotype.Component;

/** Finds the file of a document by the subject that {@link KeepingPapers} published it under. */
@Component
class GivingIssuedFiles implements IssuedFiles {

    private final PaperRows papers;

    GivingIssuedFiles(PaperRows papers) {
        this.papers = papers;
    }

    @Override
    public Optional<Issued> of(String subject, String language) {
        if (!subject.matches(KeepingPapers.SUBJECT + "[0-9]{1,18}")) return Optional.empty();
        return papers.find(Long.parseLong(subject.substring(KeepingPapers.SUBJECT.length())))
                .flatMap(paper -> Optional.ofNullable(paper.in(language))
                        .flatMap(file -> papers.content(paper.id(), language)
                                .map(it -> new Issued(paper.named(file), file.type(), it))));
    }
}
