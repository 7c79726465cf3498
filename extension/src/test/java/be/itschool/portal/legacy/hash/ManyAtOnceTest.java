package be.itschool.portal.legacy.hash;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ManyAtOnceTest {

    /** Twenty of 64 MiB: far more than the heap that pom.xml gives to tests. */
    @Test
    void waitForEachOtherInsteadOfFillingTheHeap() throws InterruptedException, ExecutionException {
        String ofTheReference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        LegacyHash hash = LegacyHash.parse(ofTheReference);
        ExecutorService signIns = Executors.newFixedThreadPool(20);
        try {
            Callable<Boolean> check = () -> hash.matches("password");
            for (Future<Boolean> isRight : signIns.invokeAll(Collections.nCopies(20, check))) {
                assertTrue(isRight.get());
            }
        } finally {
            signIns.shutdown();
        }
    }
}
