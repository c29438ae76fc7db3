<?php
declare(strict_types=1);

const FIELDS = ['general' => 'Tiêu chí chung', 'results' => 'Kết quả nhiệm vụ', 'total' => 'Tổng điểm'];

/** What the engine in the page says, said again on the server: the same package, run by Node. A message for each field. */
function check(array $answers): array
{
    $process = proc_open(['node', __DIR__ . '/check.mjs'], [['pipe', 'r'], ['pipe', 'w']], $pipes);
    fwrite($pipes[0], json_encode($answers, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE));
    fclose($pipes[0]);
    $found = stream_get_contents($pipes[1]);
    if (proc_close($process) !== 0) {
        throw new RuntimeException('check.mjs failed; its reason is in the log of the server.');
    }
    return json_decode($found, true, flags: JSON_THROW_ON_ERROR);
}

function html(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

// The fields of this page, each a text: whatever else comes was not sent by it.
$answers = [];
foreach (FIELDS as $id => $label) {
    $answers[$id] = is_string($_POST[$id] ?? null) ? $_POST[$id] : '';
}
$sent = $_SERVER['REQUEST_METHOD'] === 'POST';
$messages = $sent ? check($answers) : [];
if ($messages) {
    http_response_code(422);
}
?>
<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Mẫu 2B · PHP</title>
  <link rel="stylesheet" href="review.css">
  <!-- From the package's folder dist, together with xeploai.nowasm.global.js. -->
  <script src="xeploai.global.js"></script>
  <script src="review.js" defer></script>
</head>
<body>
  <main>
    <h1>Mẫu 2B</h1>
<?php if ($sent && !$messages): ?>
    <p id="received">Đã nhận.</p>
<?php endif ?>
    <form id="review" method="post"<?= $messages ? ' data-refused' : '' ?>>
<?php foreach (FIELDS as $id => $label): ?>
      <p>
        <label for="<?= $id ?>"><?= html($label) ?></label>
        <input id="<?= $id ?>" name="<?= $id ?>" inputmode="decimal" value="<?= html($answers[$id]) ?>">
        <span data-xeploai-message="<?= $id ?>"><?= html($messages[$id] ?? '') ?></span>
      </p>
<?php endforeach ?>
      <button>Gửi</button>
    </form>
    <p id="points"></p>
    <p id="quota"></p>
  </main>
</body>
</html>
