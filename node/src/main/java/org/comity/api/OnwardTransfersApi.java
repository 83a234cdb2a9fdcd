package org.comity.api;

import java.time.Instant;
import java.util.List;
import org.comity.casework.CaseAccess;
import org.comity.casework.OnwardTransfers;
import org.comity.vocabulary.Official;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of personal data that went on, or may go on, to a third State or an organisation. */
@RestController
@RequestMapping("/api/v1/onward-transfers")
class OnwardTransfersApi {

    private final OnwardTransfers transfers;
    private final CaseAccess access;

    OnwardTransfersApi(OnwardTransfers transfers, CaseAccess access) {
        this.transfers = transfers;
        this.access = access;
    }

    @GetMapping
    Listed ofYear(@RequestParam int year, Official by) {
        access.mustReadRegister(by);
        if (year < 2000 || year > 9999) {
            throw new IdempotentRequestRefused.Field("year");
        }
        var register = transfers.ofYear(year, by);
        return new Listed(
                register.lines().stream()
                        .map(it -> new Transfer(
                                it.request().reference(),
                                it.request().counterpart(),
                                it.act(),
                                it.type(),
                                it.at(),
                                it.ours(),
                                it.recipient(),
                                it.what(),
                                it.day(),
                                it.words()))
                        .toList(),
                register.cut());
    }

    /**
     * Oldest first, at most 2,000.
     *
     * @param cut the year has more
     */
    record Listed(List<Transfer> transfers, boolean cut) {}

    record Transfer(
            String reference,
            String counterpart,
            String act,
            String type,
            Instant at,
            boolean ours,
            String recipient,
            String what,
            String day,
            String words) {}
}
