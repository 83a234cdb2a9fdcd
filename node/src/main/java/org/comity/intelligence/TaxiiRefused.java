package org.comity.intelligence;

import org.springframework.http.HttpStatus;

/** Says in an error of TAXII why a program gets nothing; the words are for whoever looks after that program. */
final class TaxiiRefused extends RuntimeException {

    private final HttpStatus status;

    TaxiiRefused(HttpStatus status, String why) {
        super(why, null, false, false);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    static TaxiiRefused unknown() {
        return new TaxiiRefused(HttpStatus.NOT_FOUND, "There is no such collection, object or status.");
    }

    static TaxiiRefused unreadable(String parameter) {
        return new TaxiiRefused(HttpStatus.BAD_REQUEST, "The value of %s cannot be read.".formatted(parameter));
    }
}
