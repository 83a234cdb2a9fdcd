package org.comity.directory.pages;

import java.util.List;
import java.util.Optional;
import org.comity.directory.DirectoryWatch;
import org.comity.directory.DirectoryWatch.EndingCertificate;
import org.comity.ui.DeskNotices;
import org.comity.ui.Flash;
import org.comity.ui.PageNotices;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;

/**
 * Tells those who renew certificates of this node that one ends: second officers on the desk, and administrators, who have no
 * desk, on every page.
 */
@Component
class EndingCertificates implements DeskNotices, PageNotices {

    private static final String PAGE = "/directory";

    private final DirectoryWatch watch;

    EndingCertificates(DirectoryWatch watch) {
        this.watch = watch;
    }

    @Override
    public List<Notice> notices(Official by) {
        if (!by.holds(Duty.SECOND_OFFICER)) return List.of();
        var ending = watch.endingCertificates();
        if (ending.isEmpty()) return List.of();
        int over = (int) ending.stream().filter(EndingCertificate::over).count();
        return List.of(
                over > 0
                        ? new Notice("directory.desk.certificates-ended", over, PAGE)
                        : new Notice("directory.desk.certificates-end", ending.size(), PAGE));
    }

    /** Of the first to end. */
    @Override
    public Optional<Flash> notice(Official by) {
        if (!by.holds(Duty.ADMINISTRATOR)) return Optional.empty();
        return watch.endingCertificates().stream()
                .findFirst()
                .map(it -> Flash.warned(
                        it.over() ? "directory.warning.certificate-ended" : "directory.warning.certificate-ends",
                        "subject",
                        it.name(),
                        "days",
                        Integer.toString(it.days())));
    }
}
