package io.zerotrust.spring.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

/**
 * A test method with a tag, found in the sources of all modules, so that a module need
 * not know those that are built after it.
 *
 * @param file where it is
 * @param method its name
 */
record TaggedTest(Path file, String method) {

	private static final List<Path> ROOTS = List.of(Path.of("../zt-core/src/test/java"), Path.of("src/test/java"),
			Path.of("../zt-spring-boot-starter-test/src/test/java"));

	/**
	 * Find all tests by their tags.
	 */
	static Map<String, List<TaggedTest>> all() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		Map<String, List<TaggedTest>> tests = new HashMap<>();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
					files.getJavaFileObjectsFromPaths(paths()));
			for (CompilationUnitTree unit : task.parse()) {
				new Tags(Path.of(unit.getSourceFile().toUri()), tests).scan(unit, null);
			}
		}
		return tests;
	}

	private static List<Path> paths() throws IOException {
		List<Path> paths = new ArrayList<>();
		for (Path root : ROOTS) {
			try (Stream<Path> files = Files.walk(root)) {
				files.filter((file) -> file.toString().endsWith("Tests.java")).sorted().forEach(paths::add);
			}
		}
		return paths;
	}

	/**
	 * Return a link from the reference to the test.
	 */
	String link() {
		String name = this.file.getFileName().toString().replace(".java", "");
		Path root = Path.of("..").toAbsolutePath().normalize();
		return "[`" + name + "`](../../" + root.relativize(this.file).toString().replace('\\', '/') + ")";
	}

	private static final class Tags extends TreeScanner<Void, Void> {

		private final Path file;

		private final Map<String, List<TaggedTest>> tests;

		Tags(Path file, Map<String, List<TaggedTest>> tests) {
			this.file = file;
			this.tests = tests;
		}

		@Override
		public Void visitMethod(MethodTree method, Void nothing) {
			for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
				note(annotation, method.getName().toString());
			}
			return null;
		}

		/**
		 * A tag, or several within their container.
		 */
		private void note(AnnotationTree annotation, String method) {
			String type = annotation.getAnnotationType().toString();
			if (!type.equals("Tag") && !type.equals("Tags")) {
				return;
			}
			for (ExpressionTree argument : annotation.getArguments()) {
				ExpressionTree value = (argument instanceof AssignmentTree assignment) ? assignment.getExpression()
						: argument;
				if (value instanceof LiteralTree literal) {
					this.tests.computeIfAbsent((String) literal.getValue(), (tag) -> new ArrayList<>())
						.add(new TaggedTest(this.file, method));
				}
				else if (value instanceof NewArrayTree array) {
					array.getInitializers()
						.stream()
						.filter(AnnotationTree.class::isInstance)
						.forEach((inner) -> note((AnnotationTree) inner, method));
				}
			}
		}

	}

}
