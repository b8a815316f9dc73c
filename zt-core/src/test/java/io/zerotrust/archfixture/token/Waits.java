package io.zerotrust.archfixture.token;

import java.io.File;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import io.zerotrust.access.AccessRequest;
import io.zerotrust.check.Finding;
import io.zerotrust.check.LocalCheck;

/**
 * Wrong: local checks that wait.
 */
abstract class Waits implements LocalCheck {

	@Override
	public String name() {
		return "waits";
	}

	@Override
	public Finding evaluate(AccessRequest request) {
		return Finding.pass();
	}

	static final class ForFile extends Waits {

		boolean look() {
			return new File("x").exists();
		}

	}

	static final class ForPath extends Waits {

		boolean look() {
			return Files.exists(Path.of("x"));
		}

	}

	static final class ForSocket extends Waits {

		boolean look(Socket socket) {
			return socket.isConnected();
		}

	}

	static final class ForUrl extends Waits {

		Object look(URI uri) throws Exception {
			return uri.toURL().openConnection();
		}

	}

	static final class ForName extends Waits {

		String look(InetAddress address) {
			return address.getHostName();
		}

	}

	static final class ForHttp extends Waits {

		Object look() {
			return HttpClient.newHttpClient();
		}

	}

	static final class ForFuture extends Waits {

		Object look(CompletableFuture<String> future) {
			return future.join();
		}

	}

	static final class ForLock extends Waits {

		private final ReentrantLock lock = new ReentrantLock();

		void look() {
			this.lock.lock();
		}

	}

	static final class ForNothing extends Waits {

		void look() throws InterruptedException {
			Thread.sleep(1);
		}

	}

}
